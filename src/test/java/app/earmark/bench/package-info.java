/** Programs that measure what docs/benchmarks.md reports. They are run by hand and assert nothing. */
package app.earmark.bench;
