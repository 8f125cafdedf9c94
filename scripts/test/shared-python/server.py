"""Runs a program in Python for the tests: a process that has imported what earlier runs needed, and forks for each run.

Nine tenths of the processor time of a usual command of az are Python's imports. The fork takes the command's arguments,
folder, environment, input and outputs, and runs the real program from its first line. At its end it names what it has
imported.

Of the environment, az's modules read where the configuration is when they are imported. Here they read the path of a
descriptor, which is another folder in each fork.

Usage: server.py PROGRAM. Prints the path of its socket when it listens, and ends when its input does.
"""

import atexit
import contextlib
import gc
import importlib
import json
import os
import runpy
import select
import shutil
import signal
import socket
import sys
import tempfile
import threading
import zipimport

CONFIGURATION = 99


def open_configuration(folder):
    """Makes it the folder of CONFIGURATION, in this process and in those that it starts."""
    os.makedirs(folder, exist_ok=True)
    opened = os.open(folder, os.O_RDONLY)
    os.dup2(opened, CONFIGURATION)
    os.close(opened)


def serve():
    """Forks for each command. Returns in the forks only: where to name modules."""
    folder = tempfile.mkdtemp(prefix="tests-python-")
    open_configuration(folder)
    os.environ["AZURE_CONFIG_DIR"] = f"/proc/self/fd/{CONFIGURATION}"
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    listener.bind(f"{folder}/socket")
    listener.listen(128)
    names, named = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    running = {}
    print(f"{folder}/socket", flush=True)
    while True:
        clients = [client for _, client in running.values()]
        ready, _, _ = select.select([sys.stdin, listener, named, *running, *clients], [], [])
        if sys.stdin in ready:
            shutil.rmtree(folder)
            os._exit(0)
        for command in running.keys() & ready:
            pid, client = running.pop(command)
            _, status = os.waitpid(pid, 0)
            with contextlib.suppress(OSError):  # the client has gone
                client.send(str(os.waitstatus_to_exitcode(status) & 255).encode())
            client.close()
            os.close(command)
        for pid, client in running.values():
            if client in ready:
                os.kill(pid, signal.SIGKILL)
        if named in ready:
            for name in json.loads(named.recv(1 << 20)):
                with contextlib.suppress(Exception):  # the command that needs it says so
                    importlib.import_module(name)
            # A fork that looked through all of that for garbage would copy it.
            gc.freeze()
        if listener in ready:
            client, _ = listener.accept()
            request, files, _, _ = socket.recv_fds(client, 1 << 20, 3)
            pid = os.fork()
            if pid == 0:
                client.close()
                become(files, *json.loads(request))
                return names
            running[os.pidfd_open(pid)] = pid, client
            for file in files:
                os.close(file)


def become(files, arguments, cwd, environment):
    """Makes this process the one that the client would be."""
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    open_configuration(os.environ.get("AZURE_CONFIG_DIR") or os.path.expanduser("~/.azure"))
    sys.argv[1:] = arguments


sys.argv[0] = sys.argv[1]
sys.path[0] = os.path.dirname(os.path.realpath(sys.argv[0]))
names = serve()
found = set(sys.modules)
code = 0
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
except SystemExit as end:
    code = end.code or 0


def is_for_all(name):
    """Not what a run has brought itself, as a module of Ansible does in an archive; nor modules of announced changes,
    which register them: az imports those of the commands that it loads."""
    brought = isinstance(getattr(sys.modules[name], "__loader__", None), zipimport.zipimporter)
    return not brought and not name.endswith("._breaking_change")


new = [name for name in sys.modules if name not in found and is_for_all(name)]
for first in range(0, len(new), 1000):
    names.send(json.dumps(new[first : first + 1000]).encode())
threading._shutdown()
atexit._run_exitfuncs()
sys.stdout.flush()
sys.stderr.flush()
# Without Python's own end, which takes every module apart, and so copies what the forks share.
os._exit(code)
