"""Where layers go when the program is asked to arrange them: pure geometry on graphs, in canvas units.

``arranging`` answers for a whole network with its frames and notes, ``edits`` makes an undoable change of it. Below
them a drawing in layers (Sugiyama, Tagawa, Toda 1981) is made in four steps, a file each: ``layering``, ``ordering``,
``aligning``, ``wrapping``. ``lining_up`` aligns and distributes what a person has chosen.
"""
