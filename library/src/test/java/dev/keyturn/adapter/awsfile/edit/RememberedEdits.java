package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.EditHistory;
import dev.keyturn.domain.edit.PreparedEdit;
import java.util.ArrayList;
import java.util.List;

/** A history in memory that keeps everything. */
final class RememberedEdits implements EditHistory {

  final List<PreparedEdit> prepared = new ArrayList<>();
  final List<AppliedEdit> made = new ArrayList<>();

  @Override
  public void prepare(PreparedEdit edit) {
    prepared.add(edit);
  }

  @Override
  public void confirm(PreparedEdit edit) {
    prepared.remove(edit);
    made.removeIf(old -> old.id().equals(edit.undoes()));
    if (edit.isKept()) {
      made.add(0, edit.edit());
    }
  }

  @Override
  public void cancel(PreparedEdit edit) {
    prepared.remove(edit);
  }

  @Override
  public List<PreparedEdit> unconfirmed() {
    return List.copyOf(prepared);
  }

  @Override
  public List<AppliedEdit> newestFirst() {
    return List.copyOf(made);
  }

  @Override
  public void forget(String text) {
    throw new UnsupportedOperationException();
  }
}
