"""Reads an encrypted session of Keyturn by docs/file-formats.md alone; what its place keeps comes on standard input."""
import base64
import hashlib
import hmac
import sys

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

data = open(sys.argv[1], "rb").read()
assert data.startswith(b"keyturn 1\n"), "not a file of Keyturn, or a newer one"
before, mark, encrypted = data.partition(b"\nencrypted=")
assert mark, "not encrypted"

key = hmac.new(sys.stdin.buffer.read(), b"Keyturn session cache 1", hashlib.sha256).digest()
both = base64.b64decode(encrypted.strip(), validate=True)
print(AESGCM(key).decrypt(both[:12], both[12:], before + b"\n").decode())
