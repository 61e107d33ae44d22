"""Pure presentation: the page layout, the components, the one form renderer, tables, charts and papers to take away.

It owns no data and knows no other room: it draws what presenters hand to it. What it draws is the same for mouse,
keyboard, screen reader, phone and paper, and works without JavaScript and under a policy that allows no inline
style or script.
"""
