package dev.keyturn.sandbox.statefile.type;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.CREATED;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.list;
import static dev.keyturn.sandbox.statefile.type.Member.optional;
import static dev.keyturn.sandbox.statefile.type.Member.required;
import static dev.keyturn.sandbox.statefile.type.Type.DOCUMENT;
import static dev.keyturn.sandbox.statefile.type.Type.FLAG;
import static dev.keyturn.sandbox.statefile.type.Type.SOME_TEXT;
import static dev.keyturn.sandbox.statefile.type.Type.TEXT;
import static dev.keyturn.sandbox.statefile.type.Type.TIME;
import static dev.keyturn.sandbox.statefile.type.Type.listOf;
import static dev.keyturn.sandbox.statefile.type.Type.matching;
import static dev.keyturn.sandbox.statefile.type.Type.oneOf;
import static dev.keyturn.sandbox.statefile.type.Type.whole;

import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ChecksumType;
import dev.keyturn.sandbox.statefile.type.Type.ObjectType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The table of what a state says about S3: each member once, then the object that has it. */
public final class BucketMembers {
  private static final int MOST_PARTS = 10_000;

  public static final Member<String> OBJECT_KEY = required("Key", SOME_TEXT);
  public static final Member<String> OBJECT_BODY = optional("Body", TEXT).or("");
  public static final Member<byte[]> OBJECT_BYTES =
      optional("BodyBase64", new Type.Bytes()).described("Instead of Body.");
  public static final Member<String> OBJECT_TYPE = optional("ContentType", TEXT);
  public static final Member<Map<String, String>> OBJECT_HEADERS =
      optional("Headers", new Type.Texts()).or(Map.of());
  public static final Member<Instant> OBJECT_MODIFIED = optional("LastModified", TIME);
  public static final Member<String> CHECKSUM_ALGORITHM =
      optional("ChecksumAlgorithm", oneOf(names(ChecksumAlgorithm.values())))
          .described("What it was stored with. Default: nothing, so S3 computes CRC64NVME.");
  public static final Member<String> CHECKSUM_TYPE =
      optional("ChecksumType", oneOf(names(ChecksumType.values())))
          .or(ChecksumType.FULL_OBJECT.name());
  public static final Member<List<Integer>> PART_SIZES =
      optional("PartSizes", listOf(whole(0, Integer.MAX_VALUE)))
          .or(List.of())
          .described("The bytes of each part of a multipart upload, which make the ETag too.");
  public static final Member<String> OBJECT_ETAG =
      optional("ETag", TEXT).described("Default: the MD5 of the body, or that of its parts.");
  public static final ObjectType OBJECT =
      new ObjectType(
          "object",
          OBJECT_KEY,
          OBJECT_BODY,
          OBJECT_BYTES,
          OBJECT_TYPE,
          OBJECT_HEADERS,
          OBJECT_MODIFIED,
          CHECKSUM_ALGORITHM,
          CHECKSUM_TYPE,
          PART_SIZES,
          OBJECT_ETAG);

  public static final Member<Integer> PART_NUMBER = required("PartNumber", whole(1, MOST_PARTS));
  public static final ObjectType PART =
      new ObjectType(
          "part", PART_NUMBER, OBJECT_BODY, OBJECT_BYTES, OBJECT_MODIFIED, CHECKSUM_ALGORITHM);

  public static final Member<String> UPLOAD_ID = required("UploadId", SOME_TEXT);
  public static final Member<Instant> UPLOAD_INITIATED =
      optional("Initiated", TIME).described("Default: when the sandbox starts.");
  public static final Member<String> UPLOAD_INITIATOR =
      optional("Initiator", SOME_TEXT).described("Default: the id of the account.");
  public static final Member<List<Field>> UPLOAD_PARTS = list("Parts", PART);
  public static final ObjectType UPLOAD =
      new ObjectType(
          "upload",
          UPLOAD_ID,
          OBJECT_KEY,
          OBJECT_TYPE,
          OBJECT_HEADERS,
          UPLOAD_INITIATED,
          UPLOAD_INITIATOR,
          CHECKSUM_ALGORITHM,
          CHECKSUM_TYPE,
          UPLOAD_PARTS);

  public static final Member<String> BUCKET_NAME =
      required("Name", matching("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "must be a valid bucket name"));
  public static final Member<String> BUCKET_LOCATION = optional("LocationConstraint", TEXT);
  public static final Member<String> BUCKET_POLICY = optional("Policy", DOCUMENT);
  public static final Member<Boolean> BLOCK_ACLS = optional("BlockPublicAcls", FLAG).or(false);
  public static final Member<Boolean> IGNORE_ACLS = optional("IgnorePublicAcls", FLAG).or(false);
  public static final Member<Boolean> BLOCK_POLICY = optional("BlockPublicPolicy", FLAG).or(false);
  public static final Member<Boolean> RESTRICT_BUCKET =
      optional("RestrictPublicBuckets", FLAG).or(false);
  public static final Member<Field> PUBLIC_ACCESS_BLOCK =
      optional(
              "PublicAccessBlockConfiguration",
              new ObjectType(
                  "publicAccessBlock", BLOCK_ACLS, IGNORE_ACLS, BLOCK_POLICY, RESTRICT_BUCKET))
          .described("Default: all four, as for a new bucket. {} is a bucket without any.");
  public static final Member<List<Field>> OBJECTS = list("Objects", OBJECT);
  public static final Member<List<Field>> UPLOADS =
      list("MultipartUploads", UPLOAD).described("Uploads in progress.");
  public static final ObjectType BUCKET =
      new ObjectType(
          "bucket",
          BUCKET_NAME,
          CREATED,
          BUCKET_LOCATION,
          BUCKET_POLICY,
          PUBLIC_ACCESS_BLOCK,
          OBJECTS,
          UPLOADS);

  private BucketMembers() {}

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
