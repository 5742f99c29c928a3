"""The prompts: templates in .md files beside this one, read once, and what fills them."""
