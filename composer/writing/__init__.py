"""One scene's component: written from its brief, changed as told, mended more plainly."""
