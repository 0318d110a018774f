package dev.keyturn.domain.iam.device;

import java.util.Optional;

/** The port to the enrollments that are not finished, one for each user at most. Thread-safe. */
public interface EnrollmentJournal {

  /** The enrollment of the user with this ARN. */
  Optional<UnfinishedEnrollment> find(String user);

  /** Notes it, in place of what was noted before. */
  void note(UnfinishedEnrollment enrollment);

  /** Forgets the enrollment of the user with this ARN, which is finished or undone. */
  void forget(String user);
}
