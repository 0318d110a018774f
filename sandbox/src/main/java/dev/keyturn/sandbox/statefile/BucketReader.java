package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.BucketMembers.*;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.CREATED;

import dev.keyturn.sandbox.policy.BucketPolicy;
import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.PublicAccessBlock;
import dev.keyturn.sandbox.statefile.type.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads buckets. */
final class BucketReader {
  private BucketReader() {}

  static Bucket read(Field field, String account, Instant now) {
    String name = field.get(BUCKET_NAME);
    Bucket bucket = new Bucket(name, field.get(CREATED, now), field.find(BUCKET_LOCATION));
    ObjectReader reader = new ObjectReader(account, now);
    for (Field object : field.get(OBJECTS)) {
      bucket.objects().put(object.get(OBJECT_KEY), reader.object(object));
    }
    for (Field upload : field.get(UPLOADS)) {
      bucket.uploads().put(upload.get(UPLOAD_ID), reader.upload(upload));
    }
    String policy = field.find(BUCKET_POLICY);
    if (policy != null) {
      check(policy, name, field);
      bucket.govern(policy);
    }
    Field block = field.find(PUBLIC_ACCESS_BLOCK);
    if (block != null) {
      bucket.block(publicAccessBlock(block));
    }
    return bucket;
  }

  /** A policy may name callers that are read later, so here it can name anyone. */
  private static void check(String policy, String bucket, Field field) {
    try {
      BucketPolicy.check(policy, bucket, caller -> true);
    } catch (MalformedPolicyException e) {
      throw field.wrong(BUCKET_POLICY, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable PublicAccessBlock publicAccessBlock(Field field) {
    return field.isEmpty()
        ? null
        : new PublicAccessBlock(
            field.get(BLOCK_ACLS),
            field.get(IGNORE_ACLS),
            field.get(BLOCK_POLICY),
            field.get(RESTRICT_BUCKET));
  }
}
