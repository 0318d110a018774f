package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.S3Request.Operation;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One page of ListObjects and ListObjectsV2: keys and common prefixes in order. */
final class Listing {
  private static final int MOST_KEYS = 1000;

  private final Bucket bucket;
  private final S3Request request;
  private final String prefix;
  private final String delimiter;
  private final int mostKeys;
  private final List<Map.Entry<String, StoredObject>> objects = new ArrayList<>();
  private final TreeSet<String> prefixes = new TreeSet<>();
  private String last = "";
  private boolean truncated;

  Listing(Bucket bucket, S3Request request) {
    this.bucket = bucket;
    this.request = request;
    this.prefix = request.query().getOrDefault("prefix", "");
    this.delimiter = request.query().getOrDefault("delimiter", "");
    this.mostKeys = mostKeys(request.query().getOrDefault("max-keys", "1000"));
    collect(start());
  }

  private static int mostKeys(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new AwsError(
          400, "InvalidArgument", "Argument maxKeys must be an integer between 0 and 2147483647");
    }
    return Math.min(MOST_KEYS, Integer.parseInt(text));
  }

  private String start() {
    Map<String, String> query = request.query();
    if (request.operation() == Operation.ListObjects) {
      return query.getOrDefault("marker", "");
    }
    String token = query.get("continuation-token");
    return token == null ? query.getOrDefault("start-after", "") : decode(token);
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new AwsError(400, "InvalidArgument", "The continuation token provided is incorrect");
    }
  }

  private void collect(String start) {
    for (Map.Entry<String, StoredObject> entry :
        bucket.objects().tailMap(start, false).entrySet()) {
      String key = entry.getKey();
      String common = commonPrefix(key);
      boolean seen = prefixes.contains(common) || (!common.isEmpty() && common.equals(start));
      if (!key.startsWith(prefix) || seen) {
        continue;
      }
      if (objects.size() + prefixes.size() == mostKeys) {
        truncated = mostKeys > 0;
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

  /** The part of the key up to the delimiter after the prefix; empty when it has none. */
  private String commonPrefix(String key) {
    if (delimiter.isEmpty() || !key.startsWith(prefix)) {
      return "";
    }
    int end = key.indexOf(delimiter, prefix.length());
    return end < 0 ? "" : key.substring(0, end + delimiter.length());
  }

  String xml() {
    Xml xml = Xml.document().open("ListBucketResult", S3Call.NAMESPACE);
    xml.element("Name", bucket.name()).element("Prefix", encoded(prefix));
    if (!delimiter.isEmpty()) {
      xml.element("Delimiter", encoded(delimiter));
    }
    xml.element("MaxKeys", Integer.toString(mostKeys));
    if ("url".equals(request.query().get("encoding-type"))) {
      xml.element("EncodingType", "url");
    }
    page(xml).element("IsTruncated", Boolean.toString(truncated));
    objects.forEach(entry -> contents(xml, entry.getKey(), entry.getValue()));
    for (String common : prefixes) {
      xml.open("CommonPrefixes").element("Prefix", encoded(common)).close("CommonPrefixes");
    }
    return xml.close("ListBucketResult").toString();
  }

  private Xml page(Xml xml) {
    if (request.operation() == Operation.ListObjects) {
      xml.element("Marker", encoded(request.query().getOrDefault("marker", "")));
      return truncated ? xml.element("NextMarker", encoded(last)) : xml;
    }
    xml.element("KeyCount", Integer.toString(objects.size() + prefixes.size()));
    String token = request.query().get("continuation-token");
    if (token != null) {
      xml.element("ContinuationToken", token);
    }
    byte[] next = last.getBytes(StandardCharsets.UTF_8);
    return truncated
        ? xml.element("NextContinuationToken", Base64.getUrlEncoder().encodeToString(next))
        : xml;
  }

  private void contents(Xml xml, String key, StoredObject object) {
    xml.open("Contents")
        .element("Key", encoded(key))
        .element("LastModified", object.lastModified())
        .element("ETag", object.etag())
        .element("Size", Integer.toString(object.body().length))
        .element("StorageClass", "STANDARD")
        .close("Contents");
  }

  private String encoded(String text) {
    return "url".equals(request.query().get("encoding-type"))
        ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/")
        : text;
  }
}
