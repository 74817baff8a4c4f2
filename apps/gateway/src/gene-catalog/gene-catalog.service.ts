import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GenePanel } from './gene-panel.entity.js';
import { GeneSetCollection } from './gene-set-collection.entity.js';
import { ImmutableLists } from './immutable-lists.js';

/** The gene panels and gene-set collections of each tenant. */
@Injectable()
export class GeneCatalog {
  readonly panels: ImmutableLists<GenePanel>;
  readonly collections: ImmutableLists<GeneSetCollection>;

  constructor(dataSource: DataSource) {
    this.panels = new ImmutableLists(dataSource, GenePanel, 'gene panel');
    this.collections = new ImmutableLists(dataSource, GeneSetCollection, 'gene-set collection');
  }
}
