package dev.deco.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deco.internal.weaver.findings.Finding;
import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.findings.Step;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The reports for programs. The keys are told in {@code docs/command-line.md} and stay as they are. */
final class Json implements Closeable {
  private static final int VERSION = 1;

  private final SourceText sources;
  private final JsonGenerator to;

  /** Begins a document with one list, {@code key}; its items are written as they are added. */
  Json(Program program, String key, OutputStream out) throws IOException {
    sources = new SourceText(program);
    to = new ObjectMapper().getFactory().createGenerator(out).useDefaultPrettyPrinter();
    to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    to.writeStartObject();
    to.writeNumberField("version", VERSION);
    to.writeStringField("target", program.target());
    to.writeArrayFieldStart(key);
  }

  void add(ScopePlan plan) throws IOException {
    to.writePOJO(scope(plan, sources));
  }

  void add(Finding finding) throws IOException {
    to.writePOJO(finding(finding));
  }

  @Override
  public void close() throws IOException {
    to.writeEndArray();
    to.writeEndObject();
    to.writeRaw(System.lineSeparator());
    to.close();
  }

  private static Map<String, Object> scope(ScopePlan plan, SourceText sources) {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("class", plan.className());
    scope.put("method", plan.method());
    scope.put("descriptor", plan.descriptor());
    scope.put("file", plan.sourceFile());
    scope.put("steps", plan.steps().stream().map(step -> step(step, plan, sources)).toList());
    return scope;
  }

  private static Map<String, Object> step(Step step, ScopePlan plan, SourceText sources) {
    String source = sources.line(plan.className(), plan.sourceFile(), step.line());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("line", step.line());
    values.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
    values.put("what", step.what());
    values.put("why", step.why());
    values.put("source", source == null ? null : source.strip());
    return values;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("code", finding.code());
    values.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    values.put("class", finding.className());
    values.put("file", finding.sourceFile());
    values.put("line", finding.line());
    values.put("cause", finding.cause());
    values.put("cure", finding.cure());
    return values;
  }
}
