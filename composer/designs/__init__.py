"""The six motion designs: what a scene says and how it looks, as data, and the source that draws it."""
