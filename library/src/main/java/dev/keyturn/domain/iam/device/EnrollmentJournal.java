package dev.keyturn.domain.iam.device;

import java.util.Optional;

/** The port to the unfinished enrollments, at most one for each user. Thread-safe. */
public interface EnrollmentJournal {

  /** The enrollment of the user with this ARN. */
  Optional<UnfinishedEnrollment> find(String user);

  /** Records it, replacing an earlier record. */
  void note(UnfinishedEnrollment enrollment);

  /** Forgets the enrollment of the user with this ARN, which is finished or undone. */
  void forget(String user);
}
