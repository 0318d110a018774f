package dev.keyturn.app;

import dev.keyturn.command.ExitCode;
import dev.keyturn.command.Topic;
import dev.keyturn.command.Topic.Example;
import java.util.List;
import java.util.Optional;

/** Every command there is, with what help says of it, in the order help lists them. */
final class Catalog {

  static final List<Topic> TOPICS =
      List.of(
          new Topic(
              "login",
              "one MFA code, one session for each profile",
              List.of(
                  new Example("keyturn login account1", "asks for the code"),
                  new Example("keyturn login account1 123456", "with the code")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE,
                  ExitCode.BUSY,
                  ExitCode.INTERRUPTED)),
          new Topic(
              "logout",
              "end sessions on this computer",
              List.of(
                  new Example("keyturn logout account1", "removes its session and session keys"),
                  new Example("keyturn logout --all", "removes every session")),
              List.of(ExitCode.DONE, ExitCode.PROFILE, ExitCode.BUSY)),
          new Topic(
              "status",
              "which profiles have a session, and until when",
              List.of(
                  new Example("keyturn status", "a table of all profiles"),
                  new Example("keyturn status account1 --check", "exit 0 if its session holds")),
              List.of(ExitCode.DONE, ExitCode.NO, ExitCode.PROFILE)),
          new Topic(
              "whoami",
              "whom a profile acts as, as AWS says",
              List.of(
                  new Example("keyturn whoami account1", "account, ARN, user id, MFA"),
                  new Example("keyturn whoami --query account", "the account id alone")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE)),
          new Topic(
              "credential-process",
              "a profile's credentials, for AWS tools to run",
              List.of(
                  new Example("keyturn credential-process account1 --install", "tells AWS tools"),
                  new Example("keyturn credential-process account1", "prints JSON")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE,
                  ExitCode.BUSY,
                  ExitCode.INTERRUPTED)),
          new Topic(
              "explain",
              "how a session will be made, value by value and call by call",
              List.of(
                  new Example("keyturn explain account1", "asks no network"),
                  new Example("keyturn explain account1 --output json", "for scripts")),
              List.of(ExitCode.DONE, ExitCode.PROFILE)),
          new Topic(
              "sandbox",
              "a local AWS for trying and testing",
              List.of(
                  new Example("keyturn sandbox", "runs until Ctrl-C"),
                  new Example("keyturn sandbox --port 0 --output json", "for scripts")),
              List.of(ExitCode.DONE, ExitCode.PROFILE, ExitCode.UNREACHABLE)),
          new Topic(
              "demo",
              "a guided tour on the local AWS",
              List.of(
                  new Example("keyturn demo", "step by step"),
                  new Example("keyturn demo --yes", "without questions")),
              List.of(ExitCode.DONE, ExitCode.INTERRUPTED)));

  private Catalog() {}

  static Optional<Topic> topic(String name) {
    for (Topic topic : TOPICS) {
      if (topic.name().equals(name)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
