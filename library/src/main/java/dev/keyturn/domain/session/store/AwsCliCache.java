package dev.keyturn.domain.session.store;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.profile.plan.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to the AWS CLI's cache of role sessions, by their names in that cache. Thread-safe. */
public interface AwsCliCache {

  /** For users without the AWS CLI: always empty. */
  AwsCliCache NONE =
      new AwsCliCache() {
        @Override
        public Optional<AssumedRole> find(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<SessionCredentials> signedIn(SignIn base, Instant now) {
          return Optional.empty();
        }

        @Override
        public void save(String name, AssumedRole session) {}

        @Override
        public void remove(String name) {}

        @Override
        public List<String> names() {
          return List.of();
        }
      };

  /** The session called {@code name}; one that cannot be read counts as missing. */
  Optional<AssumedRole> find(String name);

  /**
   * The credentials of a sign-in, if they are valid for more than five minutes: with less time
   * left, the AWS CLI and the SDKs renew them.
   */
  Optional<SessionCredentials> signedIn(SignIn base, Instant now);

  /**
   * Puts a session where the AWS CLI looks for {@code name}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void save(String name, AssumedRole session);

  /**
   * Removes the session called {@code name}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void remove(String name);

  /** The names of all sessions. */
  List<String> names();
}
