/**
 * The library. Applications use {@link dev.keyturn}, the only exported package; all others are
 * internal and may change with every version.
 */
@SuppressWarnings({
  "requires-automatic",
  "requires-transitive-automatic"
}) // the AWS SDK has no others
module dev.keyturn {
  requires static transitive org.jspecify;
  requires java.xml;
  requires transitive software.amazon.awssdk.auth;
  requires transitive software.amazon.awssdk.core;
  requires transitive software.amazon.awssdk.identity.spi;
  requires transitive software.amazon.awssdk.utils;
  requires software.amazon.awssdk.http;
  requires software.amazon.awssdk.profiles;
  requires static software.amazon.awssdk.awscore;
  requires static software.amazon.awssdk.regions;
  requires static transitive software.amazon.awssdk.services.sts;

  exports dev.keyturn;
}
