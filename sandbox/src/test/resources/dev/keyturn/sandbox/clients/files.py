"""A bucket with its settings, and a large file, up and down in parts, as boto3 does it.

Arguments: the sandbox's URL, an administrator's key id and secret, and a file of 20 MB.
Ends with 0 when everything was as it should be.
"""

import base64
import filecmp
import hashlib
import json
import sys

import boto3
import urllib3
from botocore.config import Config
from botocore.exceptions import ClientError

URL, KEY_ID, SECRET, FILE = sys.argv[1:5]
session = boto3.Session(KEY_ID, SECRET, region_name="eu-central-1")
config = Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"})
s3 = session.client("s3", endpoint_url=URL, config=config)

s3.create_bucket(
    Bucket="depot", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
)
assert s3.get_bucket_location(Bucket="depot")["LocationConstraint"] == "eu-central-1"
assert "Status" not in s3.get_bucket_versioning(Bucket="depot")
rules = s3.get_bucket_encryption(Bucket="depot")["ServerSideEncryptionConfiguration"]["Rules"]
assert rules[0]["ApplyServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}, rules

public = {
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::depot/*",
    },
}
assert all(
    s3.get_public_access_block(Bucket="depot")["PublicAccessBlockConfiguration"].values()
)
try:
    s3.put_bucket_policy(Bucket="depot", Policy=json.dumps(public))
    sys.exit("a public policy was not refused")
except ClientError as error:
    assert "BlockPublicPolicy block public access setting." in str(error), error
s3.put_public_access_block(
    Bucket="depot", PublicAccessBlockConfiguration={"BlockPublicPolicy": False}
)
s3.put_bucket_policy(Bucket="depot", Policy=json.dumps(public))
assert s3.get_bucket_policy_status(Bucket="depot")["PolicyStatus"]["IsPublic"]
s3.delete_public_access_block(Bucket="depot")
s3.delete_bucket_policy(Bucket="depot")

extra = {"ContentType": "application/x-big", "Metadata": {"owner": "boss"}}
s3.upload_file(FILE, "depot", "a b/é", ExtraArgs=extra)
head = s3.head_object(Bucket="depot", Key="a b/é")
assert head["ContentType"] == "application/x-big"
assert head["Metadata"] == {"owner": "boss"}
assert head["ETag"].endswith('-3"'), head["ETag"]
s3.download_file("depot", "a b/é", FILE + ".back")
assert filecmp.cmp(FILE, FILE + ".back", shallow=False)
s3.copy({"Bucket": "depot", "Key": "a b/é"}, "depot", "copy")
assert s3.head_object(Bucket="depot", Key="copy")["ContentLength"] == head["ContentLength"]

upload = s3.create_multipart_upload(Bucket="depot", Key="left")["UploadId"]
s3.upload_part(Bucket="depot", Key="left", UploadId=upload, PartNumber=1, Body=b"x")
parts = s3.list_parts(Bucket="depot", Key="left", UploadId=upload)["Parts"]
assert [part["Size"] for part in parts] == [1]
s3.abort_multipart_upload(Bucket="depot", Key="left", UploadId=upload)

# The checksum of a finished upload is that of its parts' checksums.
upload = s3.create_multipart_upload(
    Bucket="depot", Key="summed", ChecksumAlgorithm="SHA256"
)["UploadId"]
done = s3.upload_part(
    Bucket="depot",
    Key="summed",
    UploadId=upload,
    PartNumber=1,
    Body=b"x",
    ChecksumAlgorithm="SHA256",
)
part_sum = hashlib.sha256(b"x").digest()
s3.complete_multipart_upload(
    Bucket="depot",
    Key="summed",
    UploadId=upload,
    ChecksumSHA256=base64.b64encode(hashlib.sha256(part_sum).digest()).decode(),
    MultipartUpload={
        "Parts": [
            {"PartNumber": 1, "ETag": done["ETag"], "ChecksumSHA256": done["ChecksumSHA256"]}
        ]
    },
)

# A form as a browser sends it.
form = s3.generate_presigned_post(
    "depot",
    "forms/${filename}",
    Fields={"success_action_status": "201", "x-amz-meta-owner": "boss"},
    Conditions=[
        {"success_action_status": "201"},
        ["starts-with", "$x-amz-meta-owner", ""],
        ["content-length-range", 1, 5],
    ],
)


def post(content):
    fields = {**form["fields"], "file": ("né.txt", content)}
    return urllib3.PoolManager().request("POST", form["url"], fields=fields, retries=False)


assert post(b"text").status == 201
answer = s3.get_object(Bucket="depot", Key="forms/né.txt")
assert (answer["Body"].read(), answer["Metadata"]) == (b"text", {"owner": "boss"}), answer
refused = post(b"too long")
assert (refused.status, b"<Code>EntityTooLarge<" in refused.data) == (400, True), refused.data

bucket = session.resource("s3", endpoint_url=URL, config=config).Bucket("depot")
bucket.objects.all().delete()
bucket.delete()
assert "depot" not in [b["Name"] for b in s3.list_buckets()["Buckets"]]
