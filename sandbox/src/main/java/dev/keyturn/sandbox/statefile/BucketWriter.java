package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.BucketMembers.*;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.CREATED;

import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ChecksumMode;
import dev.keyturn.sandbox.checksum.ChecksumType;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.ObjectHeaders;
import dev.keyturn.sandbox.state.bucket.PublicAccessBlock;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import dev.keyturn.sandbox.state.bucket.Upload;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes buckets. */
final class BucketWriter {
  private BucketWriter() {}

  static Json bucket(Bucket bucket) {
    return new ObjectWriter()
        .with(BUCKET_NAME, bucket.name())
        .with(CREATED, bucket.createDate())
        .with(BUCKET_LOCATION, bucket.location())
        .with(BUCKET_POLICY, bucket.policy())
        .withObject(PUBLIC_ACCESS_BLOCK, publicAccessBlock(bucket.publicAccessBlock()))
        .withAll(
            OBJECTS, bucket.objects().entrySet(), entry -> object(entry.getKey(), entry.getValue()))
        .withAny(UPLOADS, bucket.uploads().values(), BucketWriter::upload)
        .json();
  }

  private static @Nullable Json publicAccessBlock(@Nullable PublicAccessBlock block) {
    if (PublicAccessBlock.ALL.equals(block)) {
      return null;
    }
    ObjectWriter writer = new ObjectWriter();
    return block == null
        ? writer.json()
        : writer
            .with(BLOCK_ACLS, block.blockPublicAcls())
            .with(IGNORE_ACLS, block.ignorePublicAcls())
            .with(BLOCK_POLICY, block.blockPublicPolicy())
            .with(RESTRICT_BUCKET, block.restrictPublicBuckets())
            .json();
  }

  private static Json object(String key, StoredObject object) {
    ObjectWriter writer = new ObjectWriter().with(OBJECT_KEY, key);
    body(writer, object);
    headers(writer, object.headers()).with(OBJECT_MODIFIED, object.lastModified());
    boolean isOfParts = object.parts().count() > 0;
    boolean hasOwnETag = !isOfParts && object.etag().contains("-");
    ObjectChecksum checksum = object.givenChecksum();
    return checksum(writer, checksum == null ? null : checksum.mode())
        .with(PART_SIZES, isOfParts ? object.parts().sizes() : null)
        .with(OBJECT_ETAG, hasOwnETag ? object.etag() : null)
        .json();
  }

  private static void body(ObjectWriter writer, StoredObject object) {
    String text = object.text();
    writer.with(OBJECT_BODY, text).with(OBJECT_BYTES, text == null ? object.body() : null);
  }

  private static ObjectWriter headers(ObjectWriter writer, ObjectHeaders headers) {
    Map<String, String> others = new TreeMap<>(headers.others());
    return writer
        .with(OBJECT_TYPE, headers.contentType())
        .with(OBJECT_HEADERS, others.isEmpty() ? null : others);
  }

  private static ObjectWriter checksum(ObjectWriter writer, @Nullable ChecksumMode mode) {
    return mode == null
        ? writer
        : writer
            .with(CHECKSUM_ALGORITHM, mode.algorithm().name())
            .with(CHECKSUM_TYPE, mode.type() == ChecksumType.COMPOSITE ? mode.type().name() : null);
  }

  private static Json upload(Upload upload) {
    ObjectWriter writer =
        new ObjectWriter().with(UPLOAD_ID, upload.id()).with(OBJECT_KEY, upload.key());
    headers(writer, upload.headers())
        .with(UPLOAD_INITIATED, upload.initiation().time())
        .with(UPLOAD_INITIATOR, upload.initiation().initiator());
    return checksum(writer, upload.checksums())
        .withAll(
            UPLOAD_PARTS, upload.parts().entrySet(), part -> part(part.getKey(), part.getValue()))
        .json();
  }

  private static Json part(int number, StoredObject part) {
    ObjectWriter writer = new ObjectWriter().with(PART_NUMBER, number);
    body(writer, part);
    ObjectChecksum checksum = part.givenChecksum();
    ChecksumAlgorithm algorithm = checksum == null ? null : checksum.algorithm();
    return writer
        .with(OBJECT_MODIFIED, part.lastModified())
        .with(CHECKSUM_ALGORITHM, algorithm == null ? null : algorithm.name())
        .json();
  }
}
