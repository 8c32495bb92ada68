/**
 * Scopes, their tasks and what becomes of these. Woven code calls it, so what is public stays as it is.
 *
 * <ul>
 * <li>A scope: {@link Activation} decides what goes to workers, {@link InPlace} what does not; {@link Outstanding} holds
 *     its rows in program order (a {@link Log} of {@link Batch}es) and waits for and replays them.
 * <li>A place of a spawn: {@link Site}, with its measured {@link Grain}. A result: {@link Task}, {@link Cell}.
 * <li>Objects in flight: {@link InFlightObjects}, {@link Sections}, {@link Reach}. Order by data: {@link DataOrder},
 *     {@link Completion}. Collections: {@link ViewedRows}. Buffers: {@link Snapshots}. Output: {@link OrderedOutput}.
 * <li>Streams and maps: {@link Lookahead}, {@link StreamTasks}, {@link Mapping}. Limits: {@link Limit}.
 * <li>Settings and figures: {@link Configuration}, {@link Engines}, {@link Stats}, {@link Profile}, {@link Bottleneck}.
 * </ul>
 */
package dev.deco.internal.runtime;
