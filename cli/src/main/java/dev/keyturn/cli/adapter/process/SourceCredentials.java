package dev.keyturn.cli.adapter.process;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SettingProgram;
import dev.keyturn.domain.session.make.BaseCredentials;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The credentials that a plan's program gives. */
public final class SourceCredentials implements BaseCredentials {

  private final ProgramOutput programs;

  /** Of programs that {@code programs} runs. */
  public SourceCredentials(ProgramOutput programs) {
    this.programs = programs;
  }

  @Override
  public Signer of(SessionPlan plan) {
    Base base = plan.base();
    if (base instanceof Base.CredentialProcess process) {
      return ofProgram(process);
    }
    throw unusable(plan, (Base.Other) base).exception();
  }

  private Signer ofProgram(Base.CredentialProcess process) {
    SettingProgram program =
        new SettingProgram(process.profile(), "credential_process", process.command());
    Map<String, String> answer = texts(programs.of(program, Map.of()), program);
    String id = answer.getOrDefault("AccessKeyId", "");
    String secret = answer.getOrDefault("SecretAccessKey", "");
    if (!"1".equals(answer.get("Version")) || id.isEmpty() || secret.isEmpty()) {
      throw program.failure("did not write credentials of version 1").exception();
    }
    String token = answer.getOrDefault("SessionToken", "");
    return new Signer(id, Secret.of(secret), token.isEmpty() ? null : Secret.of(token));
  }

  /** The members of a flat JSON object. */
  private static Map<String, String> texts(String json, SettingProgram program) {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue() && parser.currentName() != null) {
          texts.putIfAbsent(parser.currentName(), parser.getString());
        }
      }
      return texts;
    } catch (JacksonException e) {
      // Not as cause: its message may quote the text, and that may hold keys.
      throw program.failure("did not write JSON").exception();
    }
  }

  private static Failure unusable(SessionPlan plan, Base.Other other) {
    return new ProfileFailure.Bad(
        plan.profile(),
        "profile '"
            + plan.profile()
            + "' takes its credentials from "
            + other.kind()
            + ", which Keyturn does not use",
        other.kind().equals("sso")
            ? "aws sso login --profile " + other.profile()
            : "aws sts get-caller-identity --profile " + other.profile());
  }
}
