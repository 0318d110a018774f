package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.payload.UploadChecksums;
import dev.keyturn.sandbox.s3.wire.ListQuery;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.KeyOrder;
import dev.keyturn.sandbox.state.bucket.Upload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One page of the uploads that are under way, by key and then by the time they began. As at AWS, a
 * page with nothing but prefixes has no marker for the next page, even if there is one.
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
    this.most = Math.min(MOST, query.number("max-uploads", MOST));
    this.keyMarker = query.text("key-marker");
    this.idMarker = keyMarker.isEmpty() ? "" : query.text("upload-id-marker");
  }

  static String xml(Bucket bucket, String owner, ListQuery query) {
    UploadListing listing = new UploadListing(query);
    listing.collect(bucket);
    return listing.xml(bucket.name(), owner);
  }

  private void collect(Bucket bucket) {
    List<Upload> all = new ArrayList<>(bucket.uploads().values());
    all.sort(
        Comparator.comparing(Upload::key, KeyOrder.BY_BYTES)
            .thenComparing(upload -> upload.initiation().time()));
    for (Upload upload : afterMarkers(all)) {
      String common = query.commonPrefix(upload.key());
      boolean seen =
          prefixes.contains(common) || (!common.isEmpty() && keyMarker.startsWith(common));
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

  /**
   * With both markers, the uploads of the marked key that began later come first.
   *
   * @throws AwsError InvalidArgument for an upload that the marked key does not have
   */
  private List<Upload> afterMarkers(List<Upload> sorted) {
    for (int i = sorted.size(); i > 0; i--) {
      if (isPassed(sorted.get(i - 1))) {
        return sorted.subList(i, sorted.size());
      }
    }
    if (idMarker.isEmpty()) {
      return sorted;
    }
    throw S3Error.invalid("Invalid uploadId marker", "upload-id-marker", idMarker);
  }

  private boolean isPassed(Upload upload) {
    return idMarker.isEmpty()
        ? KeyOrder.BY_BYTES.compare(upload.key(), keyMarker) <= 0
        : upload.key().equals(keyMarker) && upload.id().equals(idMarker);
  }

  private String xml(String bucket, String owner) {
    Xml xml =
        Xml.document()
            .open("ListMultipartUploadsResult", S3Call.NAMESPACE)
            .element("Bucket", bucket)
            .element("KeyMarker", query.encoded(keyMarker))
            .element("UploadIdMarker", idMarker)
            .element("NextKeyMarker", uploads.isEmpty() ? "" : query.encoded(lastKey))
            .element("NextUploadIdMarker", uploads.isEmpty() ? "" : lastId);
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
