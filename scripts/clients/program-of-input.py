"""Runs the program that it reads from its input, as Python without arguments does: a module of Ansible comes so."""

import sys

exec(compile(sys.stdin.read(), "<stdin>", "exec"))  # pylint: disable=exec-used
