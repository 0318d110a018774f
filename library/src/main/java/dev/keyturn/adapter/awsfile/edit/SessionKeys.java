package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.EditableSection.Entry;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.List;
import java.util.Locale;

/** Tells edits that touch the keys of a session, which are kept nowhere but in their section. */
final class SessionKeys {

  private SessionKeys() {}

  /** Whether {@code changes} touch the keys of a session that is there before or after them. */
  static boolean areIn(
      AwsFile before, AwsFile after, FileKind kind, String path, List<Change> changes) {
    for (Change change : changes) {
      boolean touches =
          isCredential(change)
              && (holdsSession(before, kind, path, section(change))
                  || holdsSession(after, kind, path, section(change)));
      if (touches) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCredential(Change change) {
    if (change instanceof Change.RemoveSection) {
      return true;
    }
    String key = change instanceof Change.Set set ? set.key() : ((Change.Unset) change).key();
    return key.toLowerCase(Locale.ROOT).startsWith("aws_");
  }

  private static String section(Change change) {
    if (change instanceof Change.Set set) {
      return set.section();
    }
    return change instanceof Change.Unset unset
        ? unset.section()
        : ((Change.RemoveSection) change).section();
  }

  private static boolean holdsSession(AwsFile file, FileKind kind, String path, String section) {
    EditableSection found =
        EditableSection.find(file, kind, path, SectionName.parse(kind, section));
    return !found.entries("aws_session_token").isEmpty()
        || !found.entries("aws_security_token").isEmpty()
        || holdsTemporaryKey(file, found.entries("aws_access_key_id"));
  }

  private static boolean holdsTemporaryKey(AwsFile file, List<Entry> ids) {
    for (Entry id : ids) {
      if (AccessKey.isTemporary(file.text(id.valueStart(), id.valueEnd()))) {
        return true;
      }
    }
    return false;
  }
}
