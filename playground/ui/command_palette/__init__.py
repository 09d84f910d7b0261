"""Everything that can be done, found by typing: commands of the menus, files, views, layers, help."""
