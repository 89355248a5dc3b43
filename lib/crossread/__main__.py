"""`python -m crossread` is the command `crossread`."""

from crossread.cli import main

main()
