"""Tables to what people look at: charts, pages, reports."""
