"""The application: windows, pages, the command line and the work between them."""
