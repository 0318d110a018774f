package dev.keyturn.domain.session;

import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SettingProgram;
import java.util.Map;

/** Of profiles that name no program. */
public final class NoPrograms implements ProgramOutput {

  @Override
  public void checkNotWithin(String profile) {}

  @Override
  public String of(SettingProgram program, Map<String, String> more) {
    throw new AssertionError("no program is to be run");
  }
}
