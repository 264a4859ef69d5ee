import * as core from '@actions/core';

core.info(`kept ${JSON.stringify(core.getState('kept'))}`);
