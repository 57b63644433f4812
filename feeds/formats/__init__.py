"""A channel rendered: one module per format, each `render_…(channel) -> bytes`. They do not import each other."""
