import { integerNumeric } from '../values/big-float.ts';
import { NUMBER, STRING } from '../values/type.ts';
import { numberValue, stringValue, unknownValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { textAt } from './arguments.ts';
import { formatDate } from './date-format.ts';
import { parseDuration } from './duration.ts';
import type { FunctionSpec } from './function-spec.ts';
import { formatTimestamp, parseTimestamp, type Timestamp, timestampOf } from './timestamp.ts';

/** The functions on dates and times. */
export const DATETIME_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'formatdate',
    parameters: [
      { name: 'format', type: STRING },
      { name: 'time', type: STRING },
    ],
    returns: STRING,
    run: (args) => stringValue(formatDate(textAt(args, 0), timestampAt(args, 1))),
  },
  {
    name: 'timeadd',
    parameters: [
      { name: 'timestamp', type: STRING },
      { name: 'duration', type: STRING },
    ],
    returns: STRING,
    run: (args) => stringValue(formatTimestamp(add(parseTimestamp(textAt(args, 0)), parseDuration(textAt(args, 1))))),
  },
  {
    name: 'timecmp',
    parameters: [
      { name: 'timestamp_a', type: STRING },
      { name: 'timestamp_b', type: STRING },
    ],
    returns: NUMBER,
    run: (args) => {
      const a = timestampAt(args, 0, true);
      const b = timestampAt(args, 1, true);
      return numberValue(integerNumeric(Math.sign(a.seconds - b.seconds || a.nanoseconds - b.nanoseconds)));
    },
  },
  {
    name: 'timestamp',
    parameters: [],
    returns: STRING,
    run: (_args, _type, { volatile }) =>
      volatile === undefined
        ? unknownValue(STRING, ['timestamp() is the time of apply'])
        : stringValue(formatTimestamp(timestampOf(volatile.now()))),
  },
  {
    name: 'plantimestamp',
    parameters: [],
    returns: STRING,
    run: (_args, _type, { planTime }) =>
      planTime === undefined
        ? unknownValue(STRING, ['plantimestamp() is the time of the plan'])
        : stringValue(formatTimestamp(timestampOf(planTime))),
  },
];

function timestampAt(args: readonly Value[], argument: number, lenient = false): Timestamp {
  try {
    return parseTimestamp(textAt(args, argument), lenient);
  } catch (error) {
    if (error instanceof ValueError) throw new ValueError(error.message, { argument });
    throw error;
  }
}

const SECOND = 1_000_000_000n;

function add({ seconds, nanoseconds, offsetMinutes }: Timestamp, duration: bigint): Timestamp {
  const total = BigInt(seconds) * SECOND + BigInt(nanoseconds) + duration;
  const rest = ((total % SECOND) + SECOND) % SECOND;
  return { seconds: Number((total - rest) / SECOND), nanoseconds: Number(rest), offsetMinutes };
}
