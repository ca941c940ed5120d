"""`make serve`. The only place that knows MkDocs' insides, so that it can be thrown away whole."""
