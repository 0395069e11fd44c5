//! Report → text, JSON, CSV, Markdown. Used by the command line and by the page's download buttons.
