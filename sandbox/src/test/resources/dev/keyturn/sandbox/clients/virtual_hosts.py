"""Objects go up and come back by the host of their bucket, as boto3 does it where nothing else is set.

Arguments: the sandbox's URL, an administrator's key id and secret.
Ends with 0 when everything was as it should be.
"""

import socket
import sys
import urllib.parse

import boto3
import urllib3
from botocore.config import Config

URL, KEY_ID, SECRET = sys.argv[1:4]
resolve = socket.getaddrinfo
pool = urllib3.PoolManager()


def resolve_localhost(host, *others, **named):
    """As RFC 6761 and most systems have it; a bare Debian does not."""
    return resolve("127.0.0.1" if host.endswith(".localhost") else host, *others, **named)


socket.getaddrinfo = resolve_localhost
port = urllib.parse.urlsplit(URL).port
session = boto3.Session(KEY_ID, SECRET, region_name="us-east-1")
for host in ("localhost", "s3.localhost", "s3.us-east-1.localhost"):
    s3 = session.client(
        "s3",
        endpoint_url=f"http://{host}:{port}",
        config=Config(
            retries={"max_attempts": 0},
            s3={"addressing_style": "virtual"},
            # boto3 presigns with version 2 for this region otherwise.
            signature_version="s3v4",
        ),
    )
    s3.create_bucket(Bucket="depot")
    s3.put_object(Bucket="depot", Key="a b/ü", Body=b"text")
    assert s3.get_object(Bucket="depot", Key="a b/ü")["Body"].read() == b"text"
    assert [found["Key"] for found in s3.list_objects_v2(Bucket="depot")["Contents"]] == ["a b/ü"]
    assert "depot" in [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]
    url = s3.generate_presigned_url("get_object", {"Bucket": "depot", "Key": "a b/ü"})
    assert url.startswith(f"http://depot.{host}:{port}/a%20b/"), url
    assert pool.request("GET", url).data == b"text"
    form = s3.generate_presigned_post("depot", "form")
    sent = {**form["fields"], "file": ("name", b"more")}
    assert pool.request("POST", form["url"], fields=sent).status == 204
    s3.copy_object(Bucket="depot", Key="copy", CopySource={"Bucket": "depot", "Key": "form"})
    assert s3.get_object(Bucket="depot", Key="copy")["Body"].read() == b"more"
    for key in ("a b/ü", "form", "copy"):
        s3.delete_object(Bucket="depot", Key=key)
    s3.delete_bucket(Bucket="depot")
