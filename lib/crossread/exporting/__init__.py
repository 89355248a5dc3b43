"""Tables to files for others: a row an event, in the columns of those who record casualties, or plain."""

from crossread.exporting.export import LAYOUTS, Export, ExportError, export_tables, write_export

__all__ = ["LAYOUTS", "Export", "ExportError", "export_tables", "write_export"]
