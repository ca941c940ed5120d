"""What the build of the data as they stand draws from, read once for all tests that look at the site's parts."""

from site_build.sources import Sources

SOURCES = Sources()
