"""One accident under one contract: who is paid what, who bears what."""
