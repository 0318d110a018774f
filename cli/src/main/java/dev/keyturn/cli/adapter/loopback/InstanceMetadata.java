package dev.keyturn.cli.adapter.loopback;

import dev.keyturn.cli.command.port.Served;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The metadata of an instance besides its credentials, in EC2's format. As no instance exists,
 * values that only an instance can have are null, and its ids are visibly fake.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata-data-categories.html">Metadata
 *     categories</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-identity-documents.html">Identity
 *     documents</a>
 */
final class InstanceMetadata {

  private static final String INSTANCE_ID = "i-00000000000000000";
  private static final String PROFILE_ID = "AIPAAAAAAAAAAAAAAAAAA";

  private final String region;
  private final String name;
  private final Served served;

  /** For {@code region}, and an instance profile called {@code name}. */
  InstanceMetadata(String region, String name, Served served) {
    this.region = region;
    this.name = name;
    this.served = served;
  }

  /** The content of {@code path}, which has no trailing slash; null if it does not exist. */
  @Nullable Reply at(String path) {
    return switch (path) {
      case "/latest" -> Reply.text(200, "dynamic\nmeta-data");
      case "/latest/meta-data" -> Reply.text(200, "iam/\ninstance-id\nplacement/");
      case "/latest/meta-data/iam" -> Reply.text(200, "info\nsecurity-credentials/");
      case "/latest/meta-data/iam/info" -> info();
      case "/latest/meta-data/instance-id" -> Reply.text(200, INSTANCE_ID);
      case "/latest/meta-data/placement" -> Reply.text(200, "availability-zone\nregion");
      case "/latest/meta-data/placement/region" -> Reply.text(200, region);
      // Older SDKs derive the region from the name of a zone by dropping its last letter.
      case "/latest/meta-data/placement/availability-zone" -> Reply.text(200, region + "a");
      case "/latest/dynamic" -> Reply.text(200, "instance-identity/");
      case "/latest/dynamic/instance-identity" -> Reply.text(200, "document");
      case "/latest/dynamic/instance-identity/document" -> document();
      default -> null;
    };
  }

  private Reply info() {
    if (!(served.own() instanceof Served.Granted granted)) {
      return Reply.text(404, "Not Found");
    }
    Session session = granted.session();
    Identity identity = session.identity();
    return json(to -> {
      to.writeStringProperty("Code", "Success");
      to.writeStringProperty("LastUpdated", CredentialDocument.lastUpdated(session));
      to.writeStringProperty("InstanceProfileArn", profileArn(identity));
      to.writeStringProperty("InstanceProfileId", PROFILE_ID);
    });
  }

  /** In the partition and the account of the caller. */
  private String profileArn(@Nullable Identity identity) {
    String partition = identity == null ? "aws" : identity.arn().split(":", 3)[1];
    String account = identity == null ? "" : identity.account();
    return "arn:" + partition + ":iam::" + account + ":instance-profile/" + name;
  }

  private Reply document() {
    Identity identity =
        served.own() instanceof Served.Granted granted ? granted.session().identity() : null;
    return json(to -> {
      to.writeStringProperty("accountId", identity == null ? "" : identity.account());
      to.writeNullProperty("architecture");
      to.writeStringProperty("availabilityZone", region + "a");
      to.writeNullProperty("billingProducts");
      to.writeNullProperty("devpayProductCodes");
      to.writeNullProperty("marketplaceProductCodes");
      to.writeNullProperty("imageId");
      to.writeStringProperty("instanceId", INSTANCE_ID);
      to.writeNullProperty("instanceType");
      to.writeNullProperty("kernelId");
      to.writeNullProperty("pendingTime");
      to.writeStringProperty("privateIp", "127.0.0.1");
      to.writeNullProperty("ramdiskId");
      to.writeStringProperty("region", region);
      to.writeStringProperty("version", "2017-09-30");
    });
  }

  private static Reply json(Consumer<JsonGenerator> members) {
    return Reply.text(200, Json.object(members));
  }
}
