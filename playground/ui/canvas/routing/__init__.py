"""How links find their way around cards: pure geometry, no Qt, in canvas units.

``router`` keeps the ways of a network's links up to date. A link that nothing stands in the way of is a plain curve
(``curve``); another one runs level and upright with round corners. Usually one of a few simple forms fits
(``forms``); where none does, the shortest way is searched (``search``). Links of different layers that would run on
each other are laid side by side (``tracks``). All of it asks ``obstacles`` what stands where.

Everything here takes data from left to right. Where a network runs from top to bottom the axes are exchanged
(``turned``), so that no step knows of it.
"""
