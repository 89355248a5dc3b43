"""What changed since an earlier report, as a page."""
