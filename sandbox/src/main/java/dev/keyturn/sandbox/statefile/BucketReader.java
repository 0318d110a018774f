package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.state.Bucket;
import dev.keyturn.sandbox.state.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads buckets.
 *
 * <pre>
 * bucket = { "Name" : name, "CreateDate" : time, "Objects" : [ object … ] }
 * object = { "Key" : key, ( "Body" : text / "BodyBase64" : base64 ), "ContentType" : type,
 *            "LastModified" : time }
 * </pre>
 */
final class BucketReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private BucketReader() {}

  static Bucket read(Field field, Instant now) {
    field.object(Set.of("Name", "CreateDate", "Objects"));
    String name = field.required("Name");
    if (!NAME.matcher(name).matches()) {
      throw field.wrong("\"Name\" is no bucket name");
    }
    Bucket bucket = new Bucket(name, field.time("CreateDate", now));
    field.list(
        "Objects",
        object -> {
          object.object(Set.of("Key", "Body", "BodyBase64", "ContentType", "LastModified"));
          String type = object.text("ContentType", "binary/octet-stream");
          Instant modified = object.time("LastModified", now);
          return bucket
              .objects()
              .put(object.required("Key"), StoredObject.of(body(object), type, modified));
        });
    return bucket;
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
