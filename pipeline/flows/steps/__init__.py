"""The steps: named stretches of a flow, one file each; what is told of a component's stands in pipeline/stages.py."""
