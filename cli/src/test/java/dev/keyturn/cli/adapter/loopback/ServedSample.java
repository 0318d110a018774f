package dev.keyturn.cli.adapter.loopback;

import dev.keyturn.cli.command.port.Served;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.time.Instant;

/** Serves the session of a role, as profile {@code admin}. */
final class ServedSample implements Served {

  static final Instant END = Instant.parse("2026-11-21T13:00:00Z");

  static final Session SESSION =
      new Session(
          new SessionCredentials(
              "ASIAIOSFODNN7EXAMPLE",
              Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
              Secret.of("IQoJb3JpZ2luX2IQ"),
              END),
          new Identity(
              "123456789012", "arn:aws:sts::123456789012:assumed-role/admin/alice", "AROA:alice"),
          null,
          "arn:aws:iam::123456789012:role/admin",
          Duration.ofHours(1));

  volatile Answer answer = new Granted(SESSION);
  volatile String asked = "";

  @Override
  public Answer own() {
    asked = "own";
    return answer;
  }

  @Override
  public Answer profile(String name) {
    asked = "profile " + name;
    return name.equals("admin") ? answer : new Forbidden("this token opens 'admin' only");
  }

  @Override
  public Answer role(String arn) {
    asked = "role " + arn;
    return answer;
  }

  @Override
  public boolean isReady() {
    return answer instanceof Granted;
  }
}
