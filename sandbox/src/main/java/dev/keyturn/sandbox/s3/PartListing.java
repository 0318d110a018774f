package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.payload.UploadChecksums;
import dev.keyturn.sandbox.s3.wire.ListQuery;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import dev.keyturn.sandbox.state.bucket.Upload;
import java.util.List;
import java.util.Map;

/**
 * One page of the parts that an upload has so far, by their numbers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">S3 API,
 *     ListParts</a>
 */
final class PartListing {
  private static final int MOST = 1000;

  private PartListing() {}

  static Response of(S3Call s3) {
    Bucket bucket = s3.bucket("s3:ListMultipartUploadParts");
    Upload upload = Uploads.find(s3, bucket);
    ListQuery query = new ListQuery(s3.wanted().query());
    int after = query.number("part-number-marker", 0);
    int most = Math.min(MOST, query.number("max-parts", MOST));
    List<Map.Entry<Integer, StoredObject>> rest =
        List.copyOf(upload.parts().tailMap(after, false).entrySet());
    List<Map.Entry<Integer, StoredObject>> page = rest.subList(0, Math.min(most, rest.size()));
    int last = page.isEmpty() ? 0 : page.get(page.size() - 1).getKey();
    Xml xml =
        Uploads.named("ListPartsResult", bucket, query.encoded(upload.key()))
            .element("UploadId", upload.id());
    UploadListing.people(xml, upload, s3.ownerOf(bucket))
        .element("StorageClass", "STANDARD")
        .element("PartNumberMarker", "" + after)
        .element("NextPartNumberMarker", "" + last)
        .element("MaxParts", "" + most)
        .element("IsTruncated", Boolean.toString(most > 0 && page.size() < rest.size()));
    page.forEach(part -> part(xml, part.getKey(), part.getValue()));
    UploadChecksums.list(query.describeEncoding(xml), upload.checksums());
    return S3Call.xml(xml.close("ListPartsResult"));
  }

  private static void part(Xml xml, int number, StoredObject part) {
    xml.open("Part")
        .element("PartNumber", "" + number)
        .element("LastModified", part.lastModified())
        .element("ETag", part.etag())
        .element("Size", "" + part.body().length);
    Uploads.summed(xml, part).close("Part");
  }
}
