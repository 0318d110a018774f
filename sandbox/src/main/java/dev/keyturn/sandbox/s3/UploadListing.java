package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.payload.UploadChecksums;
import dev.keyturn.sandbox.s3.wire.ListQuery;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.Upload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One page of the uploads that are under way, by key and then by the time they began.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">S3
 *     API, ListMultipartUploads</a>
 */
final class UploadListing {
  private static final int MOST = 1000;

  private final ListQuery query;
  private final String keyMarker;
  private final String idMarker;
  private final int most;
  private final List<Upload> uploads = new ArrayList<>();
  private final Set<String> prefixes = new LinkedHashSet<>();
  private String lastKey = "";
  private String lastId = "";
  private boolean truncated;

  private UploadListing(ListQuery query) {
    this.query = query;
    this.keyMarker = query.text("key-marker");
    this.idMarker = keyMarker.isEmpty() ? "" : query.text("upload-id-marker");
    this.most = Math.min(MOST, query.number("max-uploads", MOST));
  }

  static String xml(Bucket bucket, String owner, ListQuery query) {
    UploadListing listing = new UploadListing(query);
    listing.collect(bucket);
    return listing.xml(bucket.name(), owner);
  }

  private void collect(Bucket bucket) {
    List<Upload> all = new ArrayList<>(bucket.uploads().values());
    all.sort(Comparator.comparing(Upload::key).thenComparing(upload -> upload.initiation().time()));
    for (Upload upload : afterMarkers(all)) {
      String common = query.commonPrefix(upload.key());
      boolean seen = prefixes.contains(common) || (!common.isEmpty() && common.equals(keyMarker));
      if (!upload.key().startsWith(query.prefix()) || seen) {
        continue;
      }
      if (uploads.size() + prefixes.size() == most) {
        truncated = most > 0;
        return;
      }
      add(upload, common);
    }
  }

  private void add(Upload upload, String common) {
    lastKey = common.isEmpty() ? upload.key() : common;
    lastId = common.isEmpty() ? upload.id() : "";
    if (common.isEmpty()) {
      uploads.add(upload);
    } else {
      prefixes.add(common);
    }
  }

  /** With both markers, the uploads of the marked key that began later come first. */
  private List<Upload> afterMarkers(List<Upload> sorted) {
    List<Upload> rest = new ArrayList<>();
    boolean passed = false;
    for (Upload upload : sorted) {
      if (upload.key().compareTo(keyMarker) > 0 || (passed && upload.key().equals(keyMarker))) {
        rest.add(upload);
      }
      passed |= upload.key().equals(keyMarker) && upload.id().equals(idMarker);
    }
    return rest;
  }

  private String xml(String bucket, String owner) {
    Xml xml =
        Xml.document()
            .open("ListMultipartUploadsResult", S3Call.NAMESPACE)
            .element("Bucket", bucket)
            .element("KeyMarker", query.encoded(keyMarker))
            .element("UploadIdMarker", idMarker);
    if (truncated) {
      xml.element("NextKeyMarker", query.encoded(lastKey)).element("NextUploadIdMarker", lastId);
    }
    query
        .describe(xml)
        .element("MaxUploads", Integer.toString(most))
        .element("IsTruncated", Boolean.toString(truncated));
    for (Upload upload : uploads) {
      xml.open("Upload")
          .element("Key", query.encoded(upload.key()))
          .element("UploadId", upload.id());
      people(xml, upload, owner)
          .element("StorageClass", "STANDARD")
          .element("Initiated", upload.initiation().time());
      UploadChecksums.list(xml, upload.checksums()).close("Upload");
    }
    query.commonPrefixes(xml, prefixes);
    return xml.close("ListMultipartUploadsResult").toString();
  }

  /** Who began an upload, and whose object it will be. */
  static Xml people(Xml xml, Upload upload, String owner) {
    return xml.open("Initiator")
        .element("ID", upload.initiation().initiator())
        .close("Initiator")
        .open("Owner")
        .element("ID", owner)
        .close("Owner");
  }
}
