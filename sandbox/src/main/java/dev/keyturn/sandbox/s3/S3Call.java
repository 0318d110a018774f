package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Resource;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.policy.BucketPolicy;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.payload.Payload.Body;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.PublicAccessBlock;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One signed request to S3, which gives access to buckets only after the policies were checked. */
record S3Call(Call call, S3Request wanted, Request request, Body body) {
  static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  /** The bucket of the request, once the caller may do this to what the request names. */
  Bucket bucket(String action) {
    return bucket(action, wanted.bucket(), wanted.key());
  }

  /**
   * A bucket, once the caller may do this to it or to an object in it.
   *
   * @param key empty for an action on the bucket itself
   * @throws AwsError AccessDenied, which a caller without permission also gets for a bucket that
   *     does not exist; NoSuchBucket
   */
  Bucket bucket(String action, String bucketName, String key) {
    Account owner = call.state().owner(bucketName);
    Bucket bucket = owner == null ? null : owner.bucket(bucketName);
    authorize(action, owner, bucket, bucketName, key);
    if (bucket == null) {
      throw S3Error.noSuchBucket(bucketName);
    }
    return bucket;
  }

  /**
   * Passes while there is room for this object or part in the memory for all objects.
   *
   * @param replaced the object or part that goes; null for none
   * @throws AwsError EntityTooLarge
   */
  void requireRoom(StoredObject added, @Nullable StoredObject replaced) {
    requireRoom(
        replaced == null
            ? wanted.key().length() + added.storedBytes()
            : added.storedBytes() - replaced.storedBytes());
  }

  /**
   * Passes while so many bytes more have room.
   *
   * @throws AwsError EntityTooLarge
   */
  void requireRoom(long bytes) {
    long most = call.state().settings().maxStoredMib() * 1024L * 1024;
    long room = Math.max(0, most - call.state().storedBytes());
    if (bytes > room) {
      throw S3Error.noRoom(bytes, room);
    }
  }

  /** Passes when the caller may do this to a bucket that does not exist yet. */
  void authorizeNew(String action) {
    authorize(action, null, null, wanted.bucket(), "");
  }

  /** Passes when the caller may do something that concerns no single bucket. */
  void authorizeOnAll(String action) {
    authorize(action, null, null, "*", "");
  }

  /** S3 gives the reason only to callers of the account that owns the bucket. */
  private void authorize(
      String action,
      @Nullable Account owner,
      @Nullable Bucket bucket,
      String bucketName,
      String key) {
    Account account = call.caller().account();
    String arn =
        new S3Request(wanted.operation(), bucketName, key, Map.of()).arn(account.partition());
    Resource resource =
        new Resource(
            arn,
            owner == null ? account.id() : owner.id(),
            bucket == null ? null : bucket.policy(),
            keys());
    boolean isOwn = resource.account().equals(account.id());
    try {
      call.authorize(action, resource);
    } catch (AwsError e) {
      throw isOwn ? e : S3Error.accessDenied();
    }
    if (!isOwn && bucket != null && isForOwnerOnly(bucket)) {
      throw S3Error.accessDenied();
    }
  }

  /** Whether {@code RestrictPublicBuckets} refuses other accounts, because the policy is public. */
  private static boolean isForOwnerOnly(Bucket bucket) {
    PublicAccessBlock block = bucket.publicAccessBlock();
    String policy = bucket.policy();
    return block != null
        && block.restrictPublicBuckets()
        && policy != null
        && BucketPolicy.isPublic(policy);
  }

  /** The condition keys that only S3 has. */
  private Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    for (String name : new String[] {"prefix", "delimiter", "max-keys"}) {
      String value = wanted.query().get(name);
      if (value != null && wanted.key().isEmpty()) {
        keys.put("s3:" + name, value);
      }
    }
    return keys;
  }

  /** The account that a bucket belongs to. */
  String ownerOf(Bucket bucket) {
    Account owner = call.state().owner(bucket.name());
    return owner == null ? "" : owner.id();
  }

  static Response xml(Xml xml) {
    return Response.of(200, "application/xml", xml.toString());
  }

  static Response nothing(int status) {
    return Response.of(status, "application/xml", "");
  }
}
