package dev.keyturn.sandbox.control;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.gateway.Endpoint;
import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Control calls over HTTP: {@code POST} changes the sandbox, {@code GET} does not, and both return
 * its state. {@code GET} of {@value #CODE} with a user or device answers a code, of {@value #CSV}
 * with a user the user's key as a CSV file. The header is {@code Authorization: Bearer TOKEN}. Safe
 * for use by several threads.
 */
public final class ControlEndpoint implements Endpoint {
  /** No bucket can have this name. */
  public static final String PATH = "/_control";

  private static final String CODE = PATH + "/code/";
  private static final String CSV = PATH + "/csv/";

  private final String token;
  private final Controls controls;

  public ControlEndpoint(String token, Controls controls) {
    this.token = token;
    this.controls = controls;
  }

  @Override
  public boolean wants(Request request) {
    return request.path().equals(PATH) || request.path().startsWith(PATH + "/");
  }

  @Override
  public Target target(Request request) {
    return new Target("control", "");
  }

  @Override
  public Response perform(Request request, Target target, String requestId) {
    String authorization = request.header("Authorization");
    if (authorization == null || !Hash.same(authorization, "Bearer " + token)) {
      throw new AwsError(403, "AccessDenied", "the control URL needs the token of the ready line");
    }
    try {
      return perform(request);
    } catch (StateFileException e) {
      throw new AwsError(400, "InvalidInput", String.valueOf(e.getMessage()));
    }
  }

  private Response perform(Request request) {
    if (request.path().startsWith(CODE)) {
      String device = FormDecoder.decode(request.path().substring(CODE.length()));
      return Response.of(200, "text/plain; charset=utf-8", controls.code(device) + "\n");
    }
    if (request.path().startsWith(CSV)) {
      String user = FormDecoder.decode(request.path().substring(CSV.length()));
      return Response.of(200, "text/csv; charset=utf-8", controls.keyFile(user));
    }
    if (!request.path().equals(PATH)) {
      throw new AwsError(
          404,
          "NotFound",
          "not found; use "
              + PATH
              + ", "
              + CODE
              + " with a user or device, and "
              + CSV
              + " with a user");
    }
    if (request.method().equals("POST")) {
      controls.change(new String(request.body(), StandardCharsets.UTF_8));
    }
    return Response.of(200, "application/json", controls.described().print() + "\n");
  }

  @Override
  public Response refuse(Request request, Target target, AwsError error, String requestId) {
    Json body = new Members().text("code", error.code()).text("message", error.text()).json();
    return Response.of(error.status(), "application/json", body.print() + "\n");
  }

  /** Faults are for the clients of the services. */
  @Override
  public @Nullable FaultWords faultWords() {
    return null;
  }
}
