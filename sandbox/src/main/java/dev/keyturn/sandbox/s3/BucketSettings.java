package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.wire.BucketDefault;
import dev.keyturn.sandbox.s3.wire.XmlBody;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.PublicAccessBlock;
import java.util.Map;

/** The settings of a bucket: Block Public Access, and others that stay those of a new bucket. */
final class BucketSettings {
  private static final String BLOCK = "PublicAccessBlockConfiguration";
  private static final String ACLS = "BlockPublicAcls";
  private static final String IGNORE_ACLS = "IgnorePublicAcls";
  private static final String POLICY = "BlockPublicPolicy";
  private static final String RESTRICT = "RestrictPublicBuckets";

  private BucketSettings() {}

  static Response publicAccessBlock(S3Call s3) {
    Bucket bucket = s3.bucket("s3:GetBucketPublicAccessBlock");
    PublicAccessBlock block = bucket.publicAccessBlock();
    if (block == null) {
      throw new AwsError(
          404,
          "NoSuchPublicAccessBlockConfiguration",
          "The public access block configuration was not found",
          Map.of("BucketName", bucket.name()));
    }
    return S3Call.xml(
        Xml.document()
            .open(BLOCK, S3Call.NAMESPACE)
            .element(ACLS, Boolean.toString(block.blockPublicAcls()))
            .element(IGNORE_ACLS, Boolean.toString(block.ignorePublicAcls()))
            .element(POLICY, Boolean.toString(block.blockPublicPolicy()))
            .element(RESTRICT, Boolean.toString(block.restrictPublicBuckets()))
            .close(BLOCK));
  }

  static Response putPublicAccessBlock(S3Call s3) {
    Bucket bucket = s3.bucket("s3:PutBucketPublicAccessBlock");
    XmlBody body = XmlBody.parse(s3.body().bytes(), BLOCK);
    body.refuseOthers(ACLS, IGNORE_ACLS, POLICY, RESTRICT);
    bucket.block(
        new PublicAccessBlock(
            body.flag(ACLS), body.flag(IGNORE_ACLS), body.flag(POLICY), body.flag(RESTRICT)));
    return S3Call.nothing(200);
  }

  static Response deletePublicAccessBlock(S3Call s3) {
    s3.bucket("s3:PutBucketPublicAccessBlock").block(null);
    return S3Call.nothing(204);
  }

  /** A setting that cannot be changed here, such as versioning or tags. */
  static Response unset(S3Call s3) {
    BucketDefault setting = BucketDefault.valueOf(s3.wanted().operation().name());
    Bucket bucket = s3.bucket(setting.action());
    return Response.of(200, "application/xml", setting.body(bucket.name(), S3Call.NAMESPACE));
  }
}
