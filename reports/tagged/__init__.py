"""Tagged pages over ReportLab's canvas: structure, text, lists, tables and figures that a screen reader follows."""
