"""Runs a program as a person or a script does, and tells what happened.

usage: terminal.py FOLDER COMMAND...

Reads from FOLDER
  input   what standard input holds
  typed   lines to type at prompts on the controlling terminal, ^C, ^D and ^\\ among them,
          ^C at a countdown too; no such file: there is no controlling terminal
  gone    if it is there, nobody reads standard output
and writes there
  out, err  the standard streams
  screen    what was shown on the terminal: "tty> " LINE; "tty<" stands for a typed line
  exit      the exit status, 128 and the number for a signal
  echo      "on" or "off": what the terminal does with typed characters afterwards
  cursor    "line": what comes next begins a line; or "text"
A program that does not end in time is killed with all it started; what it had shown until then is
told on standard error, and the exit status is 1.
"""

import codecs
import fcntl
import os
import pty
import select
import signal
import sys
import termios
import time

PROMPT_ENDS = (": ", "] ")
PATIENCE = 90


def path(name):
    return os.path.join(folder, name)


def lines(name):
    with open(path(name), encoding="utf-8") as file:
        return file.read().split("\n")[:-1]


def save(name, text):
    with open(path(name), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def echoes(terminal):
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def standard_output():
    if os.path.exists(path("gone")):
        reader, writer = os.pipe()
        os.close(reader)
        return writer
    return os.open(path("out"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def start(command, terminal):
    streams = [
        os.open(path("input"), os.O_RDONLY),
        standard_output(),
        os.open(path("err"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
    ]
    child = os.fork()
    if child:
        for stream in streams:
            os.close(stream)
        return child
    os.setsid()
    if terminal is not None:
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    # As a login shell starts its children: what Python or its caller ignores, a child would inherit.
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.execvp(command[0], command)


class Screen:
    """What the terminal shows, and the person in front of it."""

    def __init__(self, keyboard, terminal, typed):
        self.keyboard = keyboard
        self.terminal = terminal
        self.typed = typed
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        self.shown = ""
        self.echo = ""
        self.told = []

    def look(self):
        while select.select([self.keyboard], [], [], 0.02)[0]:
            self.shown += self.decoder.decode(os.read(self.keyboard, 4096))
        counting = self.typed[:1] == ["^C"] and self.shown.endswith(" s ")
        if self.typed and (counting or self.shown.endswith(PROMPT_ENDS)):
            self.type(self.typed.pop(0))

    def type(self, line):
        visible = echoes(self.terminal)
        self.tell()
        self.told.append("tty<")
        keys = {"^C": "\x03", "^D": "\x04", "^\\": "\x1c"}.get(line, line + "\n")
        if visible and len(keys) > 1:
            self.echo = line + "\r\n"
        os.write(self.keyboard, keys.encode("utf-8"))

    def tell(self):
        text = self.shown
        if text.startswith(self.echo):
            text = text[len(self.echo):]
        elif self.echo:
            text = "(not echoed) " + text
        if not self.echo and self.told and text.startswith("\r\n"):
            text = text[2:]
        for line in text.replace("\r\n", "\n").rstrip("\n").split("\n") if text else []:
            self.told.append("tty> " + line.rstrip())
        self.shown = ""
        self.echo = ""


def give_up(child, screen):
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = [f"{command} has not ended after {PATIENCE} s"]
    if screen:
        screen.look()
        screen.tell()
        said += screen.told + [f"not typed: {screen.typed}"]
    for name in ("out", "err"):
        if os.path.exists(path(name)):
            said += [f"{name}: {line}" for line in lines(name)]
    sys.exit("\n".join(said))


folder, command = sys.argv[1], sys.argv[2:]
screen = None
if os.path.exists(path("typed")):
    keyboard, terminal = pty.openpty()
    screen = Screen(keyboard, terminal, lines("typed"))
child = start(command, screen.terminal if screen else None)
end = time.monotonic() + PATIENCE
while True:
    done, status = os.waitpid(child, os.WNOHANG)
    if screen:
        screen.look()
    if done:
        break
    if time.monotonic() > end:
        give_up(child, screen)
    time.sleep(0.01)
if screen:
    screen.look()
    save("cursor", "line" if screen.shown.endswith(("\n", "\r")) else "text")
    screen.tell()
    save("echo", "on" if echoes(screen.terminal) else "off")
save("screen", "".join(line + "\n" for line in screen.told) if screen else "")
code = os.waitstatus_to_exitcode(status)
save("exit", str(code if code >= 0 else 128 - code))
