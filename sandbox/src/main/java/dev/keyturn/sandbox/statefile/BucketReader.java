package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.policy.BucketPolicy;
import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.ObjectHeaders;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads buckets.
 *
 * <pre>
 * bucket = { "Name" : name, "CreateDate" : time, "LocationConstraint" : region,
 *            "Policy" : policy, "Objects" : [ object … ] }
 * object = { "Key" : key, ( "Body" : text / "BodyBase64" : base64 ), "ContentType" : type,
 *            "Headers" : { *( name : value ) }, "LastModified" : time, "ETag" : tag }
 * </pre>
 */
final class BucketReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private BucketReader() {}

  static Bucket read(Field field, Instant now) {
    field.object(Set.of("Name", "CreateDate", "LocationConstraint", "Policy", "Objects"));
    String name = field.required("Name");
    if (!NAME.matcher(name).matches()) {
      throw field.wrong("\"Name\" is no bucket name");
    }
    Bucket bucket =
        new Bucket(name, field.time("CreateDate", now), field.text("LocationConstraint"));
    field.list(
        "Objects", object -> bucket.objects().put(object.required("Key"), object(object, now)));
    Field policy = field.member("Policy");
    if (policy != null) {
      bucket.govern(policy(policy, name));
    }
    return bucket;
  }

  /** A policy may name callers that are read later; that they exist is not asked here. */
  private static String policy(Field field, String bucket) {
    String text = field.value() instanceof Json.Str string ? string.value() : field.value().print();
    try {
      BucketPolicy.check(text, bucket, caller -> true);
      return text;
    } catch (MalformedPolicyException e) {
      throw field.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static StoredObject object(Field field, Instant now) {
    field.object(
        Set.of("Key", "Body", "BodyBase64", "ContentType", "Headers", "LastModified", "ETag"));
    ObjectHeaders headers =
        new ObjectHeaders(field.text("ContentType", ObjectHeaders.NO_TYPE), field.texts("Headers"));
    Instant modified = field.time("LastModified", now);
    String etag = field.text("ETag");
    return etag == null
        ? StoredObject.of(body(field), headers, modified)
        : StoredObject.of(body(field), headers, etag, modified);
  }

  private static byte[] body(Field object) {
    String encoded = object.text("BodyBase64");
    if (encoded == null) {
      return object.text("Body", "").getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw object.wrong("\"BodyBase64\" is not base64");
    }
  }
}
