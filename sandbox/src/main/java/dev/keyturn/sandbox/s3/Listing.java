package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.checksum.ChecksumMode;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.payload.UploadChecksums;
import dev.keyturn.sandbox.s3.wire.ListQuery;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One page of ListObjects and ListObjectsV2: keys and common prefixes in order. */
final class Listing {
  private static final int MOST_KEYS = 1000;
  private static final String AFTER = "after:";

  private final Bucket bucket;
  private final String owner;
  private final boolean isFirstVersion;
  private final ListQuery query;
  private final int mostKeys;
  private final List<Map.Entry<String, StoredObject>> objects = new ArrayList<>();
  private final Set<String> prefixes = new LinkedHashSet<>();
  private final String start;
  private String last = "";
  private boolean truncated;

  /** The page that the request asks for, of a bucket that this account owns. */
  Listing(Bucket bucket, String owner, S3Request request) {
    this.bucket = bucket;
    this.owner = owner;
    this.isFirstVersion = request.operation() == Operation.ListObjects;
    this.query = new ListQuery(request.query());
    this.start = start();
    this.mostKeys = query.number("max-keys", MOST_KEYS);
    collect();
  }

  private String start() {
    if (isFirstVersion) {
      return query.text("marker");
    }
    return query.has("continuation-token")
        ? continued(query.text("continuation-token"))
        : query.text("start-after");
  }

  /**
   * The name after which a page begins, from the continuation token of the page before.
   *
   * @throws dev.keyturn.sandbox.action.AwsError InvalidArgument for a token that no page has
   */
  static String continued(String token) {
    String name = decoded(token);
    if (!name.startsWith(AFTER)) {
      throw S3Error.invalid(
          "The continuation token provided is incorrect",
          Map.of("ArgumentName", "continuation-token"));
    }
    return name.substring(AFTER.length());
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The continuation token of a page that ends with this name. */
  static String token(String name) {
    return Base64.getUrlEncoder().encodeToString((AFTER + name).getBytes(StandardCharsets.UTF_8));
  }

  private void collect() {
    int most = Math.min(MOST_KEYS, mostKeys);
    for (Map.Entry<String, StoredObject> entry :
        bucket.objects().tailMap(start, false).entrySet()) {
      String key = entry.getKey();
      String common = query.commonPrefix(key);
      if (!key.startsWith(query.prefix()) || isSeen(common)) {
        continue;
      }
      if (objects.size() + prefixes.size() == most) {
        truncated = most > 0;
        return;
      }
      if (common.isEmpty()) {
        objects.add(entry);
        last = key;
      } else {
        prefixes.add(common);
        last = common;
      }
    }
  }

  /** Version 1 also skips a common prefix if the marker is a key that begins with it. */
  private boolean isSeen(String common) {
    boolean isPassed = isFirstVersion ? start.startsWith(common) : start.equals(common);
    return prefixes.contains(common) || (!common.isEmpty() && isPassed);
  }

  String xml() {
    Xml xml = Xml.document().open("ListBucketResult", S3Call.NAMESPACE);
    query
        .describe(xml.element("Name", bucket.name()))
        .element("MaxKeys", Integer.toString(mostKeys));
    page(xml).element("IsTruncated", Boolean.toString(truncated));
    objects.forEach(entry -> contents(xml, entry.getKey(), entry.getValue()));
    query.commonPrefixes(xml, prefixes);
    return xml.close("ListBucketResult").toString();
  }

  /** Version 1 has NextMarker only with a delimiter: otherwise the last key is the marker. */
  private Xml page(Xml xml) {
    if (isFirstVersion) {
      xml.element("Marker", query.encoded(start));
      return truncated && !query.text("delimiter").isEmpty()
          ? xml.element("NextMarker", query.encoded(last))
          : xml;
    }
    xml.element("KeyCount", Integer.toString(objects.size() + prefixes.size()));
    if (query.has("continuation-token")) {
      xml.element("ContinuationToken", query.text("continuation-token"));
    } else if (query.has("start-after")) {
      xml.element("StartAfter", query.encoded(start));
    }
    return truncated ? xml.element("NextContinuationToken", token(last)) : xml;
  }

  private void contents(Xml xml, String key, StoredObject object) {
    xml.open("Contents")
        .element("Key", query.encoded(key))
        .element("LastModified", object.lastModified())
        .element("ETag", object.etag());
    ObjectChecksum checksum = object.givenChecksum();
    UploadChecksums.list(xml, checksum == null ? ChecksumMode.USUAL : checksum.mode())
        .element("Size", Integer.toString(object.body().length));
    if (isFirstVersion || query.text("fetch-owner").equals("true")) {
      xml.open("Owner").element("ID", owner).close("Owner");
    }
    xml.element("StorageClass", "STANDARD").close("Contents");
  }
}
