"""The typeface of screen and paper, Atkinson Hyperlegible Next, with its licence."""
